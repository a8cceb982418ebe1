/** Signs that XML 1.0 cannot hold at all. */
function isAllowed(code: number): boolean {
  return (
    code === 9 || code === 10 || code === 13 || (code >= 32 && code !== 0xfffe && code !== 0xffff)
  );
}

/** Text for an attribute in double quotes, where readers would take line ends and tabs for blanks. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** Text for an element; what XML cannot hold is left out. */
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
