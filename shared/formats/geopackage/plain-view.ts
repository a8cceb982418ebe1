import { distinctNames } from '#shared/formats/write/distinct-names.ts';
import { quoted } from './quoted.ts';

/** A column as the reader of a table selects it. */
export interface ReadColumn {
  name: string;
  type: string;
  /** Whether it is the key of its table, or part of it. */
  isKey: boolean;
  /** What stands for it in SQL. */
  term: string;
}

/** What is read: columns, and the SQL behind FROM. */
export interface ReadTable {
  columns: readonly ReadColumn[];
  from: string;
}

/** A view made of nothing but names, in SQL of our own. */
export interface PlainView extends ReadTable {
  isJoin: boolean;
  isFiltered: boolean;
}

/** Columns of a real table under the name that the file has it by; null when there is none. */
export type FindTable = (
  name: string,
) => { name: string; columns: readonly Omit<ReadColumn, 'term'>[] } | null;

class NotPlain extends Error {}

interface Token {
  kind: 'name' | 'literal' | 'sign';
  text: string;
  /** Whether a name stands in marks, so that it is no word of the language. */
  isMarked: boolean;
}

const token =
  /\s*(?:"((?:[^"]|"")*)"|`((?:[^`]|``)*)`|\[([^\]]*)\]|('(?:[^']|'')*'|\d+(?:\.\d+)?(?![\p{L}\d_.]))|([\p{L}_][\p{L}\p{N}_$]*)|(<=|>=|<>|!=|==|[-,.*=<>;()]))/uy;

function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(token);
  const text = sql.trim();
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (!found) throw new NotPlain();
    const [, double, back, square, literal, bare, sign] = found;
    const marked = double?.replaceAll('""', '"') ?? back?.replaceAll('``', '`') ?? square;
    if (marked !== undefined) tokens.push({ kind: 'name', text: marked, isMarked: true });
    else if (literal !== undefined) {
      tokens.push({ kind: 'literal', text: literal, isMarked: false });
    } else if (bare !== undefined) tokens.push({ kind: 'name', text: bare, isMarked: false });
    else tokens.push({ kind: 'sign', text: sign ?? '', isMarked: false });
  }
  return tokens;
}

/** Words that end a name without AS before it. */
const keywords = new Set(
  'AS FROM JOIN INNER LEFT RIGHT FULL CROSS NATURAL OUTER ON USING WHERE GROUP ORDER LIMIT UNION EXCEPT INTERSECT HAVING WINDOW AND OR NOT IS NULL DISTINCT ALL SELECT CASE CAST'.split(
    ' ',
  ),
);

interface Source {
  alias: string;
  columns: readonly Omit<ReadColumn, 'term'>[];
}

/** What is selected: a column, all of a table's, or all. */
type Item = { source: string | null; column: string | null; as: string | null };

class ViewParser {
  private readonly tokens: readonly Token[];
  private readonly find: FindTable;
  private readonly sources: Source[] = [];
  private at = 0;

  constructor(sql: string, find: FindTable) {
    this.tokens = tokensOf(sql);
    this.find = find;
  }

  parse(): PlainView {
    this.words('CREATE', 'VIEW');
    if (this.word('IF')) this.words('NOT', 'EXISTS');
    this.name();
    if (this.sign('.')) this.name();
    this.words('AS', 'SELECT');
    const items = [this.item()];
    while (this.sign(',')) items.push(this.item());
    this.words('FROM');
    let from = this.source();
    const isJoin = this.isJoin();
    if (isJoin) from += this.join();
    const isFiltered = this.word('WHERE');
    if (isFiltered) from += ` WHERE ${this.conditions()}`;
    this.sign(';');
    if (this.at < this.tokens.length) throw new NotPlain();
    return { columns: this.columns(items), from, isJoin, isFiltered };
  }

  private isJoin(): boolean {
    const next = this.tokens[this.at];
    return !!next && !next.isMarked && /^(INNER|LEFT|JOIN)$/i.test(next.text);
  }

  private word(word: string): boolean {
    const next = this.tokens[this.at];
    if (next?.kind !== 'name' || next.isMarked || next.text.toUpperCase() !== word) return false;
    this.at += 1;
    return true;
  }

  private words(...words: string[]): void {
    for (const word of words) if (!this.word(word)) throw new NotPlain();
  }

  private sign(...signs: string[]): string | null {
    const next = this.tokens[this.at];
    if (next?.kind !== 'sign' || !signs.includes(next.text)) return null;
    this.at += 1;
    return next.text;
  }

  private isName(): boolean {
    const next = this.tokens[this.at];
    return next?.kind === 'name' && (next.isMarked || !keywords.has(next.text.toUpperCase()));
  }

  private name(): string {
    if (!this.isName()) throw new NotPlain();
    this.at += 1;
    return this.tokens[this.at - 1]?.text ?? '';
  }

  private item(): Item {
    if (this.sign('*')) return { source: null, column: null, as: null };
    const first = this.name();
    if (!this.sign('.')) return { source: null, column: first, as: this.alias() };
    if (this.sign('*')) return { source: first, column: null, as: null };
    return { source: first, column: this.name(), as: this.alias() };
  }

  private alias(): string | null {
    return this.word('AS') || this.isName() ? this.name() : null;
  }

  private source(): string {
    const table = this.find(this.name());
    if (!table) throw new NotPlain();
    const alias = this.alias() ?? table.name;
    if (this.sources.some((other) => other.alias.toLowerCase() === alias.toLowerCase())) {
      throw new NotPlain();
    }
    this.sources.push({ alias, columns: table.columns });
    return `${quoted(table.name)} AS ${quoted(alias)}`;
  }

  /** One table beside the first, its rows found by one column that equals another. */
  private join(): string {
    const isLeft = this.word('LEFT');
    if (isLeft) this.word('OUTER');
    else this.word('INNER');
    this.words('JOIN');
    const table = this.source();
    this.words('ON');
    const isOpen = this.sign('(') !== null;
    const one = this.column();
    if (!this.sign('=', '==')) throw new NotPlain();
    const other = this.column();
    if (isOpen && !this.sign(')')) throw new NotPlain();
    return ` ${isLeft ? 'LEFT ' : ''}JOIN ${table} ON ${one} = ${other}`;
  }

  private conditions(): string {
    const parts = [this.condition()];
    while (this.word('AND')) parts.push(this.condition());
    return parts.join(' AND ');
  }

  private condition(): string {
    const isOpen = this.sign('(') !== null;
    const text = `${this.column()} ${this.comparison()}`;
    if (isOpen && !this.sign(')')) throw new NotPlain();
    return text;
  }

  private comparison(): string {
    if (this.word('IS')) {
      const isNot = this.word('NOT');
      this.words('NULL');
      return isNot ? 'IS NOT NULL' : 'IS NULL';
    }
    const operator = this.sign('=', '==', '<>', '!=', '<', '<=', '>', '>=');
    const minus = this.sign('-') ?? '';
    const value = this.tokens[this.at];
    if (!operator || value?.kind !== 'literal') throw new NotPlain();
    this.at += 1;
    return `${operator} ${minus}${value.text}`;
  }

  private column(): string {
    const first = this.name();
    return this.sign('.') ? this.found(first, this.name()).term : this.found(null, first).term;
  }

  private found(source: string | null, column: string): ReadColumn {
    const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
    const hits = this.sources
      .filter(({ alias }) => source === null || same(alias, source))
      .flatMap(({ alias, columns }) =>
        columns
          .filter(({ name }) => same(name, column))
          .map((one) => ({ ...one, term: `${quoted(alias)}.${quoted(one.name)}` })),
      );
    const [hit] = hits;
    if (!hit || hits.length > 1) throw new NotPlain();
    return hit;
  }

  private columns(items: readonly Item[]): ReadColumn[] {
    const read = items.flatMap(({ source, column, as }): ReadColumn[] => {
      if (column !== null) {
        const found = this.found(source, column);
        return [{ ...found, name: as ?? found.name }];
      }
      const named = this.sources.filter(
        ({ alias }) => source === null || alias.toLowerCase() === source.toLowerCase(),
      );
      return named.flatMap(({ alias, columns }) =>
        columns.map(({ name }) => this.found(alias, name)),
      );
    });
    const names = distinctNames(
      read.map(({ name }) => name),
      (name, copy) => `${name}:${copy - 1}`,
    );
    return read.map((one, index) => ({ ...one, name: names[index] as string }));
  }
}

/** Signs of a view's text that are looked at. */
const longestView = 20_000;

/**
 * A view that selects nothing but columns of one table, or of two joined by one pair of columns, perhaps
 * with rows picked by plain comparisons. Its SQL is never run: what is run is put together anew of the
 * names in it. Null for any other view, which might compute for hours, and SQLite cannot be interrupted.
 */
export function plainView(sql: string, find: FindTable): PlainView | null {
  if (sql.length > longestView) return null;
  try {
    return new ViewParser(sql, find).parse();
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

/**
 * Whether the rows of a view come one after the other, by how SQLite plans to find them: one table is run
 * through, and those of the other found by an index. Where rows are then picked, at most one may be found
 * for each, since what is not picked takes time and comes to nothing.
 */
export function isBoundedPlan(plan: readonly string[], isFiltered: boolean): boolean {
  const runs = plan.filter((line) => line.startsWith('SCAN'));
  const finds = plan.filter((line) => line.startsWith('SEARCH'));
  const others = plan.filter((line) => !/^(SCAN|SEARCH|BLOOM FILTER)/.test(line));
  if (runs.length > 1 || others.length > 0) return false;
  const isByKey = (line: string) => line.includes('INTEGER PRIMARY KEY (rowid=?)');
  return !isFiltered || finds.every(isByKey);
}
