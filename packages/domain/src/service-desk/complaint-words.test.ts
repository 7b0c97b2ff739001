import { describe, expect, it } from 'vitest'
import { complaintHint, speaksOfComplaint } from './complaint-words.ts'

describe('SRV-01, CMP-01 a complaint in plain words', () => {
  it.each([
    ['我要投诉！', true],
    ['再不赔我就打12378', true],
    ['我要 投 诉你们', true],
    ['你们给我个说法', true],
    ['不赔的决定我不服，要申诉', true],
    ['我不是投诉，就问问津贴怎么领', false],
    ['不投诉了，谢谢', false],
    ['想撤回投诉', false],
    ['不投诉也行，但是我还是要投诉那个人', true],
    ['津贴怎么领？', false],
  ])('%s: %s', (text, says) => {
    expect(speaksOfComplaint(text)).toBe(says)
  })

  it.each([
    ['an enquiry with the words', 'enquiry', true, ['你好', '我要投诉'], 'said'],
    ['an enquiry without', 'enquiry', true, ['你好'], null],
    ['called a complaint but not registered as one', 'complaint', true, [], 'labelled'],
    ['an appeal', 'appeal', true, [], 'labelled'],
    ['a tip stays sealed', 'tip', true, ['我要投诉'], null],
    ['who may not register one is not asked', 'enquiry', false, ['我要投诉'], null],
  ] as const)('%s', (_, kind, mayConvert, words, hint) => {
    expect(complaintHint({ kind, mayConvert }, words)).toBe(hint)
  })
})
