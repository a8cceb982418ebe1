const key = 'hengzong-approver';

/** Who approved the last exception on this machine; empty when there was none. */
export function rememberedApprover(): string {
  return localStorage.getItem(key)?.slice(0, 100) ?? '';
}

export function rememberApprover(name: string): void {
  try {
    localStorage.setItem(key, name);
  } catch (error) {
    // A full disk costs the convenience, not the exception.
    console.warn(error);
  }
}
