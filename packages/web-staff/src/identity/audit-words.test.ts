import { describe, expect, it } from 'vitest'
import { factsWords, sourceWord, subjectWord } from './audit-words.ts'

describe('ORG-08 the audit log in words', () => {
  it('names what it is about', () => {
    expect(subjectWord('payment_batch')).toBe('支付批次')
    expect(subjectWord('something_new')).toBe('其他')
  })

  it('tells facts in words, money in yuan, and keeps identifiers apart', () => {
    const taskId = '01a20546-e959-7715-8dc6-bbb2b8b8ff38'
    const facts = { payableFen: 30_050, kinds: ['hospital'], partial: false, outcome: 'pay', taskId }
    expect(factsWords(facts)).toEqual({
      words: '应付 ¥300.50；理赔类别 住院津贴；部分 否；结果 给付',
      identifiers: `taskId ${taskId}`,
    })
  })

  it('names the page that was looked at, and the job that acted', () => {
    expect(factsWords({ route: 'searchAudit' }).words).toBe('看了什么 审计日志：新的在前')
    expect(sourceWord('job:courier')).toBe('系统：事件投递')
    expect(sourceWord('job:sla.recompute')).toBe('系统：时限后台任务')
    expect(sourceWord('channel:email')).toBe('客户渠道：邮件')
    expect(sourceWord('nightly:files')).toBe('每晚任务')
    expect(sourceWord('10.0.0.7')).toBe('10.0.0.7')
  })

  it('shows what it has no word for as it stands, and says when there is nothing', () => {
    expect(factsWords({ newThing: 'x', codes: [], by: null }).words).toBe('newThing x；事项 无；by 无')
  })
})
