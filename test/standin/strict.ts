import { EventEmitter } from 'node:events';

/** Names that the language itself asks every object for. */
const askedByLanguage = new Set(['then', 'toJSON', 'constructor', 'prototype', 'asymmetricMatch']);

/**
 * Wraps a stand-in so that reading or setting anything it does not have throws: the app then fails
 * loudly here instead of quietly going on with `undefined`.
 */
export function strict<Target extends object>(name: string, target: Target): Target {
  const missing = (key: string) =>
    new Error(`The stand-in for Electron does not implement ${name}.${key}.`);
  return new Proxy(target, {
    get(object, key) {
      if (typeof key === 'string' && !(key in object) && !askedByLanguage.has(key)) {
        throw missing(key);
      }
      const value: unknown = Reflect.get(object, key, object);
      // Private fields live on the object itself, not on its proxy.
      return typeof value === 'function' && !isClass(value) ? value.bind(object) : value;
    },
    set(_object, key) {
      throw missing(`${String(key)} =`);
    },
  });
}

function isClass(value: object): boolean {
  return /^class\b/.test(Function.prototype.toString.call(value));
}

/** Refuses options that nothing here would honour. */
export function onlyKnown(name: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).filter((key) => !known.includes(key));
  if (unknown.length > 0) {
    throw new Error(`The stand-in for Electron does not honour ${name}: ${unknown.join(', ')}.`);
  }
}

/** An emitter that refuses listeners for events it would never send. */
export class StrictEmitter extends EventEmitter {
  readonly #name: string;
  readonly #known: readonly string[];

  constructor(name: string, known: readonly string[]) {
    super();
    this.#name = name;
    this.#known = known;
  }

  #check(event: string | symbol): void {
    if (!this.#known.includes(String(event))) {
      throw new Error(
        `The stand-in for Electron never sends '${String(event)}' from ${this.#name}.`,
      );
    }
  }

  override on(event: string | symbol, listener: (...parts: never[]) => void): this {
    this.#check(event);
    return super.on(event, listener as () => void);
  }

  override once(event: string | symbol, listener: (...parts: never[]) => void): this {
    this.#check(event);
    return super.once(event, listener as () => void);
  }
}

/** An event that a listener may stop, as Electron hands it out. */
export function stoppable<Extra extends object>(extra: Extra) {
  let stopped = false;
  return {
    ...extra,
    preventDefault() {
      stopped = true;
    },
    get defaultPrevented() {
      return stopped;
    },
  };
}
