/**
 * A route, declared once: it validates the request, types handler and client, serialises only what is declared, and
 * documents itself (OpenAPI 3.1). Money is an integer of fen, days are `YYYY-MM-DD`, instants ISO-8601 UTC.
 */
import type { Permission } from '@anpei/domain/kernel'
import { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export type Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> = {
  readonly kind: 'route'
  readonly id: string
  readonly method: Method
  readonly path: string
  readonly permission: Permission
  readonly summary: string
  /** Shows personal data: every successful answer is written to the audit log as a look. */
  readonly sensitive: boolean
  /** Files come with the request as multipart parts beside a JSON part named `body`. */
  readonly files: boolean
  /** The answer is a file, not JSON. */
  readonly download: boolean
  /** Taken also while the permission sleeps for want of a certificate (ORG-06): it brings in work of an earlier day. */
  readonly late: boolean
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly answer: A
}

type RouteInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = {
  id: string
  method: Method
  path: string
  permission: Permission
  summary: string
  sensitive?: boolean
  files?: boolean
  download?: boolean
  late?: boolean
  params?: P
  query?: Q
  body?: B
  answer?: A
}

const nothing = z.object({})
type Nothing = typeof nothing

export function route<
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
  A extends z.ZodType = Nothing,
>(input: RouteInput<P, Q, B, A>): Route<P, Q, B, A> {
  return {
    kind: 'route',
    sensitive: false,
    files: false,
    download: false,
    late: false,
    ...input,
    params: input.params ?? (nothing as unknown as P),
    query: input.query ?? (nothing as unknown as Q),
    body: input.body ?? (nothing as unknown as B),
    answer: input.answer ?? (nothing as unknown as A),
  }
}

/** What a handler receives for a route. */
export type Input<R> =
  R extends Route<infer P, infer Q, infer B, infer _A>
    ? { readonly params: z.output<P>; readonly query: z.output<Q>; readonly body: z.output<B> }
    : never
/** What a client sends. */
export type Sent<R> =
  R extends Route<infer P, infer Q, infer B, infer _A>
    ? { readonly params?: z.input<P>; readonly query?: z.input<Q>; readonly body?: z.input<B> }
    : never
export type Answer<R> = R extends Route<infer _P, infer _Q, infer _B, infer A> ? z.output<A> : never
