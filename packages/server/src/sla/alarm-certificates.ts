/**
 * ORG-06: thirty days before the last day of a certificate that a role demands its holder and the superior are told
 * once; and once more when it has ended and the role sleeps. A later certificate of the kind ends the matter.
 */
import { dayOfInstant } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { certificateKinds, endingCertificates, type EndingCertificate } from '../identity/index.ts'
import { newId } from '../kernel/index.ts'
import { insertAlarms, type NewAlarm } from './store-alarms.ts'

export async function alarmCertificates(tx: Tx): Promise<number> {
  const { tenantId } = tx.actor
  const today = dayOfInstant(tx.now)
  const ending = await endingCertificates(tx.db, tenantId, today)
  const alarms = ending.flatMap((one) => [
    alarmFor(tx, one, 'handler', one.userId, one.ends < today),
    ...(one.supervisorId === null ? [] : [alarmFor(tx, one, 'leader', one.supervisorId, one.ends < today)]),
  ])
  await insertAlarms(tx.db, tenantId, tx.now, alarms)
  return ending.length
}

function alarmFor(
  tx: Tx,
  one: EndingCertificate,
  level: 'handler' | 'leader',
  userId: string,
  hasEnded: boolean,
): NewAlarm {
  const certificate = certificateKinds().find(({ code }) => code === one.kind)?.name ?? one.kind
  const explanation = hasEnded
    ? `${certificate}已于 ${one.ends} 到期，角色“${one.role}”停用，登记新证书后恢复；手上的工作转给同事`
    : `${certificate} ${one.ends} 到期，之后角色“${one.role}”停用，请及时换证并登记`
  return {
    id: newId(),
    userId,
    level,
    clock: {
      subjectKind: 'staff_user',
      subjectId: one.userId,
      clockId: 'certificate',
      run: 0,
      dueAt: null,
      explanation,
    },
    cause: 'certificate',
    causeId: `${one.kind}:${one.ends}`,
    percent: hasEnded ? 100 : 0,
    no: one.name,
    visibleAt: tx.now,
  }
}
