/** `npm run --silent audit`: proves the audit log of every tenant, names the first record that was touched. */
import { verifyAudit } from '@anpei/server/events'
import { openDoor } from '../door/index.ts'
import { sentenceOf } from './sentence.ts'

const door = await openDoor()
try {
  const { rows } = await door.app.pool.raw.query<{ id: number }>('select tenant_numbers() as id')
  if (rows.length === 0) console.log('数据库中还没有租户。 [There is no tenant yet.]')
  for (const { id } of rows) {
    const verdict = await verifyAudit(door.app.pool, id, door.app.folder)
    console.log(sentenceOf(id, verdict))
    if (!verdict.intact) process.exitCode = 1
  }
} finally {
  await door.close()
}
