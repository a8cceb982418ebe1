/** What a command answers. Exit status 0: all is well, 1: findings. */
export interface CommandOutcome {
  stdout: string;
  stderr: string;
  exitCode: 0 | 1;
}
