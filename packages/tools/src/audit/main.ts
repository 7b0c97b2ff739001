/** `npm run --silent audit`: proves the audit log of every tenant, names the first record that was touched. */
import { verifyAudit } from '@anpei/server/events'
import { tenantNumbers } from '@anpei/server/http'
import { openDoor } from '../door/index.ts'
import { sentenceOf } from './sentence.ts'

const door = await openDoor()
try {
  const tenantIds = await tenantNumbers(door.app)
  if (tenantIds.length === 0) console.log('数据库中还没有租户。 [There is no tenant yet.]')
  for (const id of tenantIds) {
    const verdict = await verifyAudit(door.app.pool, id, door.app.folder)
    console.log(sentenceOf(id, verdict))
    if (!verdict.intact) process.exitCode = 1
  }
} finally {
  await door.close()
}
