/** Signs that XML 1.0 cannot hold at all. */
function isAllowed(code: number): boolean {
  return (
    code === 9 || code === 10 || code === 13 || (code >= 32 && code !== 0xfffe && code !== 0xffff)
  );
}

/** Text for an element or an attribute in double quotes; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  let escaped = '';
  for (const sign of text) {
    const code = sign.codePointAt(0) as number;
    if (sign === '&') escaped += '&amp;';
    else if (sign === '<') escaped += '&lt;';
    else if (sign === '>') escaped += '&gt;';
    else if (sign === '"') escaped += '&quot;';
    else if (code === 13) escaped += '&#13;';
    else if (isAllowed(code) && !(code >= 0xd800 && code <= 0xdfff)) escaped += sign;
  }
  return escaped;
}
