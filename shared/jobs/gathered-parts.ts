/** Records that come to a worker part by part (see record-parts.ts), until what asks for them is there. */
export class GatheredParts {
  private readonly parts = new Map<number, unknown[]>();

  /** Takes up a part of what `id` will ask for. */
  add(id: number, records: readonly unknown[]): void {
    const gathered = this.parts.get(id) ?? [];
    for (const record of records) gathered.push(record);
    this.parts.set(id, gathered);
  }

  /** All that came for `id`. */
  take(id: number): unknown[] {
    const gathered = this.parts.get(id) ?? [];
    this.parts.delete(id);
    return gathered;
  }
}
