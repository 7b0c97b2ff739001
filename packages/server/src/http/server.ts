/** The HTTP server with its plain plugins; routes are bound by the caller. */
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import { refuse } from '@anpei/domain/kernel'
import Fastify, { type FastifyInstance } from 'fastify'
import { MOST_FILES, MOST_TABLE_BYTES } from './files.ts'
import { faultHandler, sendRefusal, type RefusalTexts } from './problems.ts'

export type ServerOptions = {
  readonly refusalTexts: RefusalTexts
  readonly onFault: (reference: string, error: unknown) => void
  readonly trustProxy?: boolean
}

export async function openServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = Fastify({ logger: false, bodyLimit: 2 * 1024 * 1024, trustProxy: options.trustProxy ?? false })
  await server.register(cookie)
  // WeChat calls back in XML; who reads it parses it.
  server.addContentTypeParser(
    ['text/xml', 'application/xml'],
    { parseAs: 'string', bodyLimit: 65_536 },
    (_, xml, done) => {
      done(null, { xml })
    },
  )
  // Telephone systems call back with a form.
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 65_536 },
    (_, form, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(form))))
    },
  )
  await server.register(multipart, {
    limits: { files: MOST_FILES, fileSize: MOST_TABLE_BYTES, fields: 50, fieldSize: 1024 * 1024, parts: 80 },
  })
  server.setErrorHandler(faultHandler(options.refusalTexts, options.onFault))
  server.setNotFoundHandler((request, reply) =>
    sendRefusal(options.refusalTexts, request, reply, refuse('request.not_found')),
  )
  server.addHook('onRequest', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    reply.header('x-frame-options', 'SAMEORIGIN')
    reply.header(
      'content-security-policy',
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; " +
        // A paper that is a PDF is shown from what the page itself has fetched.
        "font-src 'self' data:; media-src 'self' blob:; object-src blob:; frame-src 'self' blob:; " +
        "frame-ancestors 'self'; base-uri 'self'; form-action 'self'",
    )
  })
  return server
}
