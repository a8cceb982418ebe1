/** SHA-256 (FIPS 180-4) of the UTF-8 bytes of a text, as 64 hexadecimal digits in lower case. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
