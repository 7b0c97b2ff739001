/**
 * SRV-02, ORG-05: a recording is put forward, kept as every file is (looked at for what it holds, scanned, sealed),
 * with the words it says; a second person hears it before anybody who calls does.
 */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { proposePrompt as route } from '@anpei/contract/service-desk'
import { LANGUAGES } from '@anpei/domain/identity'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { CALL_LINES, PROMPT_OCCASIONS, promptsInForce } from '@anpei/domain/service-desk'
import { storePapers } from '../../documents/index.ts'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { proposeChange } from '../../identity/index.ts'
import { newId } from '../../kernel/index.ts'
import { menuSubject, PROMPT_CHANGE } from './change-kinds.ts'
import { PROMPT_SUBJECT } from './views-audio.ts'
import { promptsInUse } from './store-menus.ts'

export async function proposePrompt(
  tx: Tx,
  { body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const { reason, ...prompt } = body
  const { line, occasion, language } = prompt
  const id = newId()
  const lineWord = line === 'every' ? '所有线路' : CALL_LINES[line]
  const title = `${lineWord} · ${PROMPT_OCCASIONS[occasion]} · ${LANGUAGES[language]}`
  const stored = await storePapers(tx, {
    subject: { kind: PROMPT_SUBJECT, id },
    personId: null,
    channel: 'counter',
    receivedAt: tx.now,
    papers: [{ code: PROMPT_SUBJECT, title: '录音提示', files: files.slice(0, 1) }],
    apart: true,
    sort: 'prompt',
  })
  if (!stored.ok) return stored
  const fileId = stored.value[0]?.fileIds[0]
  if (fileId === undefined) return refuse('file.none')
  const all = await promptsInUse(tx.db, tx.actor.tenantId)
  const same = all.filter((one) => one.line === line && one.occasion === occasion && one.language === language)
  const [now] = promptsInForce(same, line === 'every' ? 'consult' : line, dayOfInstant(tx.now))
  const proposed = await proposeChange(tx, {
    kind: PROMPT_CHANGE,
    subject: { kind: PROMPT_SUBJECT, id: menuSubject(tx, `${line}/${occasion}/${language}`) },
    title,
    before: now
      ? { version: now.version, words: now.words, recordedBy: now.recordedBy, validFrom: now.validFrom }
      : { version: 0 },
    after: {
      version: now?.version ?? 0,
      words: prompt.words,
      recordedBy: prompt.recordedBy,
      validFrom: prompt.validFrom,
      reason,
    },
    sealed: { ...prompt, id, fileId },
  })
  return proposed.ok ? ok({ changeId: proposed.value.changeId, promptId: id }) : proposed
}
