/**
 * A role as a change carries it: always the same fields in the same order, so that before and after can be compared.
 */
import type { RoleValues } from './store-roles.ts'

type Stored = {
  code: string
  name: string
  permissions: readonly string[]
  scope: string
  authority: unknown
  certificates: readonly string[]
}

export function roleChange(role: Stored | undefined): Record<string, unknown> {
  if (!role) return {}
  const authority = Object.entries(limitsOf(role.authority)).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    code: role.code,
    name: role.name,
    permissions: [...role.permissions].sort(),
    scope: role.scope,
    authority: Object.fromEntries(authority),
    certificates: [...role.certificates].sort(),
  }
}

export function roleValuesOf(values: Readonly<Record<string, unknown>>): RoleValues {
  const { code, name, permissions, scope, authority, certificates } = values
  if (
    typeof code !== 'string' ||
    typeof name !== 'string' ||
    typeof scope !== 'string' ||
    !Array.isArray(permissions)
  ) {
    throw new Error('a change of a role without its fields')
  }
  return {
    code,
    name,
    permissions: permissions.map(String),
    scope,
    authority: limitsOf(authority),
    certificates: Array.isArray(certificates) ? certificates.map(String) : [],
  }
}

function limitsOf(json: unknown): Record<string, number> {
  const limits: Record<string, number> = {}
  if (typeof json !== 'object' || json === null) return limits
  for (const [benefit, fen] of Object.entries(json)) if (typeof fen === 'number') limits[benefit] = fen
  return limits
}
