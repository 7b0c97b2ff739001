/**
 * ORG-05: routes × roles. Every route with its permission and the roles of `config/roles.json` that may call it, one
 * line
 * a route, so that a change of who may do what shows in the difference. The server's test calls every route as every
 * role.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRecord, repositoryRoot, type House } from '../tidy/index.ts'

type Role = { readonly code: string; readonly permissions: readonly string[] }

export function permissionMatrixDocument(house: House, roles: readonly Role[] = readRoles()): string {
  const routes = [...house.catalogues.contractRoutes].sort((a, b) => (a.value.id < b.value.id ? -1 : 1))
  const lines = routes.map(
    ({ value }) =>
      `    ${JSON.stringify(value.id)}: ${JSON.stringify({
        permission: value.permission,
        method: value.method,
        path: value.path,
        roles: allowed(value.permission, roles),
      })}`,
  )
  const codes = JSON.stringify(roles.map((role) => role.code))
  return `{\n  "generated": "npm run docs",\n  "roles": ${codes},\n  "routes": {\n${lines.join(',\n')}\n  }\n}\n`
}

/** `public` is open to nobody too, `session` to everybody who signed in. */
function allowed(permission: string, roles: readonly Role[]): readonly string[] | 'everybody' | 'signed in' {
  if (permission === 'public') return 'everybody'
  if (permission === 'session') return 'signed in'
  return roles.filter((role) => role.permissions.includes(permission)).map((role) => role.code)
}

function readRoles(): Role[] {
  const json: unknown = JSON.parse(readFileSync(join(repositoryRoot, 'config/roles.json'), 'utf8'))
  if (!Array.isArray(json)) throw new Error('config/roles.json is no list')
  return json.map((role: unknown) => {
    const permissions = isRecord(role) ? role['permissions'] : undefined
    return {
      code: isRecord(role) ? String(role['code']) : '',
      permissions: Array.isArray(permissions) ? permissions.map(String) : [],
    }
  })
}
