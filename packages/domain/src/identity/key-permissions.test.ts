import { describe, expect, it } from 'vitest'
import { decideKeyPermissions, keyPermissions } from './key-permissions.ts'

describe('OPS-01 what a key for programs may hold', () => {
  it('takes reading and entering, each once', () => {
    expect(decideKeyPermissions(['claim.read', 'report.create', 'claim.read'])).toEqual({
      ok: true,
      value: ['claim.read', 'report.create'],
    })
  })
  it.each(['claim.approve', 'identity.check', 'payment.send', 'api_key.manage', 'session'] as const)(
    'leaves %s to people',
    (permission) => {
      expect(decideKeyPermissions(['claim.read', permission])).toMatchObject({
        ok: false,
        code: 'identity.key_permission',
      })
      expect(keyPermissions()).not.toContain(permission)
    },
  )
})
