/** Where a text ceases to be JSON. */
export interface JsonFault {
  /** Sign of the text, from 0. */
  at: number;
  /** The text ends there although more has to come. */
  isCut: boolean;
}

const blank = /[\t\n\r ]*/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Goes through a text as a parser of JSON does, keeping nothing but which brackets are open. */
class JsonWalk {
  private readonly text: string;
  private at = 0;
  /** Whether each open bracket is that of an object. */
  private readonly open: boolean[] = [];

  constructor(text: string) {
    this.text = text;
  }

  private match(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found !== null;
  }

  private sign(): string | undefined {
    this.match(blank);
    return this.text[this.at];
  }

  /** Goes behind a string; false where it breaks off, at what is wrong with it. */
  private string(): boolean {
    if (this.sign() !== '"') return false;
    for (let at = this.at + 1; at < this.text.length; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === 0x22) {
        this.at = at + 1;
        return true;
      }
      if (code >= 0x20 && code !== 0x5c) continue;
      this.at = at;
      if (code < 0x20 || !this.match(escape)) return false;
      at = this.at - 1;
    }
    this.at = this.text.length;
    return false;
  }

  private key(): boolean {
    if (!this.string() || this.sign() !== ':') return false;
    this.at += 1;
    return true;
  }

  /** Goes behind a value, or into the innermost of those that it begins with; whether it did. */
  private value(): boolean {
    for (;;) {
      const sign = this.sign();
      if (sign === '"') return this.string();
      if (sign !== '{' && sign !== '[') return this.match(scalar);
      this.at += 1;
      this.open.push(sign === '{');
      if (this.sign() === (sign === '{' ? '}' : ']')) return true;
      if (sign === '{' && !this.key()) return false;
    }
  }

  /** Goes behind what stands after a value: a bracket that closes, or a comma and the next value. */
  private next(): boolean {
    const isObject = this.open.at(-1);
    const sign = this.sign();
    if (sign === (isObject ? '}' : ']')) {
      this.at += 1;
      this.open.pop();
      return true;
    }
    if (sign !== ',') return false;
    this.at += 1;
    return (!isObject || this.key()) && this.value();
  }

  fault(): JsonFault | null {
    let goesOn = this.value();
    while (goesOn && this.open.length > 0) goesOn = this.next();
    const { at } = this;
    const isEnd = this.sign() === undefined;
    if (goesOn && isEnd) return null;
    return { at: goesOn ? this.at : at, isCut: isEnd };
  }
}

/** Where a text ceases to be JSON, for parsers that do not say; null when it is sound. */
export function faultInJson(text: string): JsonFault | null {
  return new JsonWalk(text).fault();
}
