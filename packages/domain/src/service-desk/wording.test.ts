import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkWording, type WordingFacts, type WordingRules } from './wording.ts'

const rules: WordingRules = JSON.parse(
  readFileSync(new URL('../../../../config/wording.json', import.meta.url), 'utf8'),
)
const later: WordingFacts = { firstAnswer: false, channel: 'wechat', author: '黄晓敏' }
const firstTime: WordingFacts = { ...later, firstAnswer: true }
const said = (text: string, facts: WordingFacts) =>
  checkWording(text, facts, rules).map(({ rule, found }) => (found === '' ? rule : `${rule} ${found}`))

describe('SRV-10 wording looked at before it is sent', () => {
  it.each([
    ['a first answer without a name', '您好，资料收到了。', firstTime, ['introduction']],
    ['with the own name', '您好，我是安赔客服小黄，资料收到了。', firstTime, []],
    ['with the full name', '潮南支公司黄晓敏回复您：资料收到了。', firstTime, []],
    ['a later answer needs none', '资料收到了。', later, []],
    ['a term alone', '请被保险人签字。', later, ['term 被保险人']],
    ['a term with plain words beside it', '请被保险人（受保障的人）签字。', later, []],
    ['plain words far away', `请被保险人签字。${'请您放心。'.repeat(10)}受保障的人`, later, ['term 被保险人']],
    ['explained once is enough', '等待期就是这段时间里还不能赔的日子。您在等待期内。', later, []],
    ['pushing away', '这个不归我管。', later, ['forbidden 不归我管']],
    ['a promise of the outcome', '您放心，肯定能赔。', later, ['forbidden 肯定能赔']],
    ['a scolding tone', '你必须今天交来。', later, ['tone 你必须']],
    ['shouting', '请今天交来！！', later, ['tone ！！']],
    ['an ID number', '您的身份证号是440514194506070013吗？', later, ['secret …0013']],
    ['a bank card with blanks', '打到 6228 4800 1234 5678 903 这张卡。', later, ['secret …8903']],
    ['a telephone number is no secret', '请打 13800138000。', later, []],
    ['a case number is none', '案号 P261100000031，请记下。', later, []],
    ['face to face', '我是小黄，请坐。', { ...firstTime, channel: 'counter' }, ['presence']],
    ['nothing written', '  ', firstTime, []],
  ] as const)('%s', (_, text, facts, hints) => {
    expect(said(text, facts)).toEqual(hints)
  })

  it('what the shipped rules advise passes the shipped rules', () => {
    for (const { say } of rules.terms) expect(said(say, later), say).toEqual([])
  })
})
