import { readdirSync } from 'node:fs'
import pg from 'pg'
import { describe, expect, inject, it } from 'vitest'
import { bringUp } from './bring-up.ts'
import { StartFault } from './embedded/index.ts'
import { newId } from './kernel/index.ts'

describe('OPS-03 a database that this program cannot bring to its shape', () => {
  it('because another version made it is told in one sentence, with what to do', async () => {
    const name = `b_${newId().replaceAll('-', '')}`
    const admin = new pg.Client({ connectionString: inject('ownerUrl').replace(/\/anpei$/, '/postgres') })
    await admin.connect()
    try {
      await admin.query(`create database ${name}`)
      const url = inject('ownerUrl').replace(/\/anpei$/, `/${name}`)
      const [first = ''] = readdirSync(new URL('./db/migrations/', import.meta.url)).sort()
      const other = new pg.Client({ connectionString: url })
      await other.connect()
      await other.query(`create table migration (name text primary key, hash text not null)`)
      await other.query(`insert into migration values ($1, 'another')`, [first])
      await other.end()
      const fault: unknown = await bringUp(url).catch((error: unknown) => error)
      expect(fault).toBeInstanceOf(StartFault)
      expect(fault).toMatchObject({ code: 'schema' })
      const sentence = fault instanceof StartFault ? fault.sentence : ''
      expect(sentence).toMatch(/^这里的数据是另一个版本的安赔建的（[^\n]+。 \[[^\n]+\]$/)
      expect(sentence).toContain(first)
      expect(sentence).toContain('ANPEI_DATA')
    } finally {
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.end()
    }
  })
})
