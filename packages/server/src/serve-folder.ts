/**
 * Serves a built screen as it lies in its folder now: built anew beside a running server, the next page names the new
 * scripts, and they are found. Every other address below the prefix is the page, which reads the address itself.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** A script that is no longer there is missing; a page in its place would be kept as if it were the script. */
const NO_PAGE = /^\/(?:api\/|(?:portal\/)?assets\/)/

export async function serveFolder(server: FastifyInstance, prefix: string, dist: string): Promise<void> {
  const served = { decorateReply: false, index: false, preCompressed: true } as const
  await server.register(fastifyStatic, {
    ...served,
    root: dist,
    prefix,
    wildcard: false,
    globIgnore: ['assets/**'],
    setHeaders: (reply) => {
      reply.header('cache-control', 'no-cache')
    },
  })
  // Their names change with every build, so they are looked for when they are asked for.
  await server.register(fastifyStatic, {
    ...served,
    root: join(dist, 'assets'),
    prefix: `${prefix}assets/`,
    setHeaders: (reply) => {
      reply.header('cache-control', 'public, max-age=31536000, immutable')
    },
  })
  const page = pageOf(join(dist, 'index.html'))
  server.get(prefix, (_request, reply) => reply.type('text/html; charset=utf-8').send(page()))
  if (prefix !== '/') server.get(prefix.slice(0, -1), (_request, reply) => reply.redirect(prefix))
  server.get(`${prefix}*`, (request, reply) => {
    if (NO_PAGE.test(request.url)) return reply.callNotFound()
    return reply.type('text/html; charset=utf-8').send(page())
  })
}

/** The page as it stands; for the blink in which the folder is exchanged, the one before. */
function pageOf(path: string): () => string {
  let last = readFileSync(path, 'utf8')
  return () => {
    try {
      last = readFileSync(path, 'utf8')
    } catch (fault) {
      if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOENT')) throw fault
    }
    return last
  }
}
