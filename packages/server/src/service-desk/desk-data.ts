/**
 * SRV-08: topics, approved wording and terms of the desk, as data (config/). A fault in them stops the start, loudly.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { REQUEST_KINDS, type CounterList } from '@anpei/domain/service-desk'
import { keysOf } from '@anpei/contract/kernel'
import { WordingRuleSet } from '@anpei/contract/service-desk'
import { z } from 'zod'

const CONFIG = new URL('../../../../config/', import.meta.url)
const Topic = z.object({ code: z.string().regex(/^[a-z_]+$/), name: z.string().min(2) })
const Topics = z.array(Topic.extend({ topics: z.array(Topic).min(1) }))
const Wording = z.strictObject({
  code: z.string().regex(/^[a-z_]+$/),
  version: z.int().min(1),
  name: z.string().min(2),
  kinds: z.array(keysOf(REQUEST_KINDS)),
  topic: z.string().nullable(),
  text: z.string().min(10),
})
const CounterPoint = z.strictObject({ code: z.string().regex(/^[a-z_]{1,40}$/), text: z.string().min(2) })
const CounterVersion = z.strictObject({ version: z.int().min(1), points: z.array(CounterPoint).min(1).max(20) })
/** All versions that ever were; the newest is asked. */
const CounterLists = z.tuple([CounterVersion], CounterVersion)
const Terms = z.strictObject({ followUpDays: z.int().min(1).max(30), archiveAfterDays: z.int().min(1).max(90) })

export type TopicEntry = {
  readonly code: string
  readonly name: string
  readonly group: string
  readonly groupName: string
}
export type ReplyWording = z.output<typeof Wording>

let topics: readonly TopicEntry[] | undefined
let wordings: readonly ReplyWording[] | undefined
let wording: WordingRuleSet | undefined
let counters: z.output<typeof CounterLists> | undefined
let terms: z.output<typeof Terms> | undefined

export function deskTopics(): readonly TopicEntry[] {
  return (topics ??= Topics.parse(readJson('topics.json')).flatMap((group) =>
    group.topics.map(({ code, name }) => ({ code, name, group: group.code, groupName: group.name })),
  ))
}

export function topicName(code: string): string {
  return deskTopics().find((topic) => topic.code === code)?.name ?? code
}

export function replyWordings(): readonly ReplyWording[] {
  return (wordings ??= readdirSync(new URL('replies/', CONFIG))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => Wording.parse(readJson(`replies/${name}`))))
}

/** What is asked at the counter now. */
export function counterList(): CounterList {
  return counterLists().reduce((best, one) => (one.version > best.version ? one : best))
}

export function counterListThen(version: number): CounterList | undefined {
  return counterLists().find((one) => one.version === version)
}

function counterLists(): readonly [CounterList, ...CounterList[]] {
  return (counters ??= CounterLists.parse(readJson('counter-checks.json')))
}

export function shippedWording(): WordingRuleSet {
  return (wording ??= WordingRuleSet.parse(readJson('wording.json')))
}

export function deskTerms(): z.output<typeof Terms> {
  return (terms ??= Terms.parse(readJson('desk.json')))
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, CONFIG), 'utf8'))
}
