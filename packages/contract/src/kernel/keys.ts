/** A closed list of the domain as a wire type: the keys of its table of words. */
import { z } from 'zod'

export function keysOf<K extends string>(words: Readonly<Record<K, unknown>>): z.ZodEnum<{ [P in K]: P }> {
  return z.enum(Object.keys(words) as [K, ...K[]]) as unknown as z.ZodEnum<{ [P in K]: P }>
}
