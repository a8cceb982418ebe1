/** Whether a file is a project file, by the ending of its name or path. */
export function isProjectFile(name: string): boolean {
  return /\.hengzong$/i.test(name);
}
