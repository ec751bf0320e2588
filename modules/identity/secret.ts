import { z } from 'zod'

/**
 * Something an officer knows, on its way to being checked. It disappears from JSON, so that neither the stored hash
 * of a command's input nor a log line can be used to guess it.
 */
export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  reveal(): string {
    return this.#value
  }

  toJSON(): undefined {
    return undefined
  }

  toString(): string {
    return '[secret]'
  }
}

export const secretSchema = z.instanceof(Secret)
