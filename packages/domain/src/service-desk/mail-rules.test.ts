import { describe, expect, it } from 'vitest'
import { isAutomaticMail, mailVerdict, MOST_AUTOMATIC_AN_HOUR, type MailFacts, type MailMarks } from './mail-verdict.ts'
import { bareSubject, replySubject, requestNoIn } from './mail-thread.ts'

const human: MailFacts = { isOwn: false, isReport: false, isAutomatic: false, automaticLastHour: 0 }
const plain: MailMarks = {
  autoSubmitted: '',
  precedence: '',
  hasRobotHeader: false,
  hasEmptyReturnPath: false,
  from: 'chen@family.example',
}

describe('SRV-03 what a mail is', () => {
  it.each<[string, Partial<MailFacts>, string]>([
    ['a human wrote', {}, 'message'],
    ['a human who also gets many automatic mails sent', { automaticLastHour: 99 }, 'message'],
    ['out of office', { isAutomatic: true }, 'automatic'],
    ['the last that is let in', { isAutomatic: true, automaticLastHour: MOST_AUTOMATIC_AN_HOUR - 1 }, 'automatic'],
    ['a machine that does not stop', { isAutomatic: true, automaticLastHour: MOST_AUTOMATIC_AN_HOUR }, 'stopped'],
    ['our own words', { isOwn: true }, 'own'],
    ['our own automatic words', { isOwn: true, isAutomatic: true }, 'own'],
    ['a delivery report', { isReport: true, isAutomatic: true, automaticLastHour: 99 }, 'bounce'],
  ])('%s', (_case, facts, verdict) => {
    expect(mailVerdict({ ...human, ...facts })).toBe(verdict)
  })

  it.each<[string, Partial<MailMarks>, boolean]>([
    ['nothing said', {}, false],
    ['Auto-Submitted: no', { autoSubmitted: 'no' }, false],
    ['Auto-Submitted', { autoSubmitted: 'auto-replied (vacation)' }, true],
    ['Precedence: bulk', { precedence: ' Bulk' }, true],
    ['Precedence: first-class', { precedence: 'first-class' }, false],
    ['a list', { hasRobotHeader: true }, true],
    ['no sender on the envelope', { hasEmptyReturnPath: true }, true],
    ['no-reply', { from: 'no-reply@bank.example' }, true],
    ['a person called Noreplyson', { from: 'noreplyson@family.example' }, false],
  ])('%s', (_case, marks, automatic) => {
    expect(isAutomaticMail({ ...plain, ...marks })).toBe(automatic)
  })
})

describe('SRV-03 threads of mails', () => {
  it.each([
    ['Re: 住院津贴 [S261100001237]', 'S261100001237'],
    ['回复：关于 s261100001237 的事', 'S261100001237'],
    ['Ｓ２６１１００００１２３７', 'S261100001237'],
    ['S2611000012370', null],
    ['住院津贴', null],
  ])('%s', (subject, requestNo) => {
    expect(requestNoIn(subject)).toBe(requestNo)
  })

  it.each([
    ['Re: 回复：Re[2]: 住院津贴 [S261100001237]', '住院津贴'],
    ['【S261100001237】', ''],
    ['Regen 怎么报', 'Regen 怎么报'],
  ])('%s', (subject, bare) => {
    expect(bareSubject(subject)).toBe(bare)
  })

  it('an answer carries the number once', () => {
    expect(replySubject('Re: 住院津贴 [S261100001237]', 'S261100001237')).toBe('Re: 住院津贴 [S261100001237]')
    expect(replySubject('', 'S261100001237')).toBe('服务单 [S261100001237]')
  })
})
