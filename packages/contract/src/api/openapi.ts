/** OPS-01: OpenAPI 3.1 made from the same declarations that validate and type the requests. */
import { permissions, type RefusalCatalogue } from '@anpei/domain/kernel'
import { z } from 'zod'
import { Problem, type Route } from '../kernel/index.ts'

type Json = Record<string, unknown>

export function openApiDocument(routes: readonly Route[], refusals: RefusalCatalogue): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Anpei 安赔',
      version: '1',
      description: describeApi(refusals),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security: [{ session: [] }, { apiKey: [] }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'anpei_session' },
        apiKey: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: schemaOf(Problem, 'output') },
    },
  }
}

function operation(route: Route): Json {
  const tag = route.path.split('/')[2] ?? 'api'
  const problem = {
    description: '拒绝或错误',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  return {
    operationId: route.id,
    summary: route.summary,
    description: `权限：${permissions[route.permission]}（\`${route.permission}\`）。${route.sensitive ? '查看会记入审计日志。' : ''}`,
    tags: [tag],
    ...(route.permission === 'public' ? { security: [] } : {}),
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query'), ...keyHeader(route)],
    ...(route.method === 'GET' ? {} : { requestBody: requestBody(route) }),
    responses: { 200: { description: '成功', content: answerContent(route) }, default: problem },
  }
}

function keyHeader(route: Route): Json[] {
  if (route.method === 'GET') return []
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      schema: { type: 'string', minLength: 8, maxLength: 100 },
      description: '同一编号的请求只执行一次，重复发送得到第一次的答复。',
    },
  ]
}

function requestBody(route: Route): Json {
  const schema = schemaOf(route.body, 'input')
  if (!route.files) return { content: { 'application/json': { schema } } }
  const file = { type: 'array', items: { type: 'string', format: 'binary' } }
  return {
    content: { 'multipart/form-data': { schema: { type: 'object', properties: { body: schema, files: file } } } },
  }
}

function answerContent(route: Route): Json {
  if (route.download) return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  return { 'application/json': { schema: schemaOf(route.answer, 'output') } }
}

function parameters(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  if (!(schema instanceof z.ZodObject)) return []
  const json = schemaOf(schema, 'input')
  const properties = isJson(json.properties) ? json.properties : {}
  const required = Array.isArray(json.required) ? json.required : []
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: one,
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
    target: 'draft-2020-12',
  })
  return json
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null
}

function describeApi(refusals: RefusalCatalogue): string {
  const rows = Object.entries(refusals).map(([code, text]) => `| \`${code}\` | ${text.status} | ${text.zh} |`)
  return [
    '每个写请求都要带 `Idempotency-Key`。金额以分为单位；日期 `YYYY-MM-DD`；时刻为 ISO-8601 UTC。',
    '',
    '| 代码 | 状态 | 含义 |',
    '|---|---|---|',
    ...rows,
  ].join('\n')
}
