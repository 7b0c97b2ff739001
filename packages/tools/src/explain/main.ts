/** npm run explain -- CLAIM_NO: every rule applied to a claim, with its numbers. */
import { systemActor } from '@anpei/domain/kernel'
import { explainClaim } from '@anpei/server/claims'
import { read } from '@anpei/server/http'
import { openDoor } from '../door/index.ts'

const TENANT_ID = 1
const [claimNo, ...more] = process.argv.slice(2)
if (!claimNo || claimNo.startsWith('-') || more.length > 0) {
  console.error('用法 usage: npm run explain -- 赔案号')
  process.exit(2)
}
const door = await openDoor()
try {
  const answer = await read(door.app, systemActor(TENANT_ID, 'explain'), (tx) =>
    explainClaim(tx, claimNo.toUpperCase()),
  )
  if (answer.ok) console.log(answer.value.join('\n'))
  else console.error(`没有赔案 ${claimNo} [no claim ${claimNo}]`)
  process.exitCode = answer.ok ? 0 : 1
} finally {
  await door.close()
}
