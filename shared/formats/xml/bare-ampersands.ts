/** What stands behind an ampersand that begins a reference. */
const reference = /[#\w]{1,40};/y;

/**
 * An XML text with the ampersands escaped that begin no reference, as in `A & B` or an address with `?a=1&b=2`:
 * many programs write names into XML as they are. CDATA stays as it is. What looks like a reference is left
 * to the parser, which knows five of them and refuses all others.
 */
export function withBareAmpersands(text: string): string {
  const parts: string[] = [];
  let done = 0;
  let section = text.indexOf('<![CDATA[');
  let sectionEnd = -1;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    while (section >= 0 && section < at && sectionEnd < at) {
      sectionEnd = text.indexOf(']]>', section);
      // The parser says that it never ends.
      if (sectionEnd < 0) sectionEnd = text.length;
      section = text.indexOf('<![CDATA[', sectionEnd);
    }
    if (at < sectionEnd) {
      at = sectionEnd;
      continue;
    }
    reference.lastIndex = at + 1;
    if (reference.test(text)) continue;
    parts.push(text.slice(done, at), '&amp;');
    done = at + 1;
  }
  if (done === 0) return text;
  parts.push(text.slice(done));
  return parts.join('');
}
