/**
 * CUS-08: a key ring is made only where nothing is sealed yet. Where people are stored and the ring is gone, a new one
 * would open nothing and seal what comes under a number that the lost key had: the start ends instead.
 */
import { existsSync } from 'node:fs'
import { sql } from 'kysely'
import { asOwner } from '../db/index.ts'

export const keysGoneSentence = (path: string): string =>
  `密钥文件 ${path} 不见了，数据库里的个人信息没有它打不开：请从备份放回这个文件再启动，或用 ANPEI_KEYS 给出密钥环。` +
  ` [The key file ${path} is gone, and the personal data in the database cannot be opened without it:` +
  ' put it back from a backup and start again, or give the key ring in ANPEI_KEYS.]'

/** `given`: the ring of the environment, which needs no file. */
export async function keysGone(url: string, path: string, given: string | undefined): Promise<boolean> {
  if (given || existsSync(path)) return false
  return asOwner(url, async (db) => {
    const { rows } = await sql<{ held: boolean }>`select exists (select 1 from person) as held`.execute(db)
    return rows[0]?.held === true
  })
}
