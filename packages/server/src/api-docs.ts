/**
 * The API's documentation at /api/docs: the generated OpenAPI document in Swagger UI, served from here, nothing from
 * outside.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { openApiDocument, refusals, routes } from '@anpei/contract/api'
import type { FastifyInstance } from 'fastify'

const FOLDER = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const FILES = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript' } as const

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>安赔接口文档</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head><body><div id="docs"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`
const START = "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, docExpansion: 'none' })"

export function serveApiDocs(server: FastifyInstance): void {
  // Made when first asked for: an idle server need not hold it.
  let document: string | undefined
  server.get('/api/openapi.json', (_request, reply) =>
    reply
      .type('application/json; charset=utf-8')
      .send((document ??= JSON.stringify(openApiDocument(routes, refusals)))),
  )
  server.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE))
  server.get('/api/docs/start.js', (_request, reply) => reply.type('text/javascript').send(START))
  for (const [name, mediaType] of Object.entries(FILES)) {
    server.get(`/api/docs/${name}`, (_request, reply) => reply.type(mediaType).send(readFileSync(join(FOLDER, name))))
  }
}
