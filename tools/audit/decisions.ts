import { digestOfFunctions, digestOfRule, digestOfSetting } from '#modules/audit'
import type { KeptDecision } from './chain-check.ts'
import { type LogTrx, momentOf } from './log-reader.ts'

type Kept<T> = T & { id: string; added_at: string; digest: string | null; isLinked: boolean }
type Setting = Kept<Parameters<typeof digestOfSetting>[0]>
type Functions = Kept<Parameters<typeof digestOfFunctions>[0]>
type Rule = Kept<Parameters<typeof digestOfRule>[0]>

/** The rules that every county begins with (migration 0035), whoever ran it and when. */
const firstRules: ReadonlyMap<string, string> = new Map([
  [
    '1dedc71a-78bd-9b3f-ed3a-85e225a8370a',
    '39cd833df8e933307bfac29759ebc43ce65132938d5a48cfc6dfa6808403449d',
  ],
  [
    '0830a0f6-fcef-6af9-807d-d66f7401cb34',
    '786a8773075ffdd09219979f9b49951e8f4b10f2ab96f85cefb5129ff681800d',
  ],
  [
    'ce42802e-0684-79eb-d0e7-e235a4321563',
    'd2927f63777d54c4633b619674bd29265b1d9e137436daeafe34a14451c77361',
  ],
  [
    '85c84b93-978d-bd7c-9c79-d1226541d015',
    '2596a19cc5dc6a57f28bb850a53a57957cb75e2c6cd9bdf42c80d397f358d025',
  ],
  [
    '60022423-0859-bf53-3da8-d7f1376ef124',
    '5dda129a23a0263dc764764f7ffec654f164aaedab90d0a938a9f2a42f0bcfed',
  ],
])

/** Everything that the operator has put in, and whether its hash stands in the chain or waits for it. */
export async function decidedByHand(trx: LogTrx): Promise<KeptDecision[]> {
  const linked = trx`(exists (select from public.audit_link l where l.event_id = o.id and l.digest = o.digest)
    or exists (select from public.audit_waiting w where w.event_id = o.id and w.digest = o.digest)) as "isLinked",
    encode(o.digest, 'hex') as digest`
  const settings = await trx<Setting[]>`
    select id, authority_id, added_at::text, shows_names, plan_keeper, children_a_day, exports_a_day, emergencies_a_day,
      decision, added_by, ${linked}
    from public.organisation_setting o order by added_at`
  const functions = await trx<Functions[]>`
    select id, municipality_code, added_at::text, waits::text[], decision, added_by, ${linked}
    from public.municipal_decision o order by added_at`
  const rules = await trx<Rule[]>`
    select id, stage, valid_from::text, kinds::text[], until_age, source, added_at::text, added_by, ${linked}
    from public.ladder_rule o order by added_at`
  return [
    ...settings.map((one) => keptOf(one, digestOfSetting, `inställningar för ${one.authority_id}`)),
    ...functions.map((one) =>
      keptOf(one, digestOfFunctions, `vad som har börjat i ${one.municipality_code}`),
    ),
    ...rules.map((one) => ruleOf(one, keptOf(one, digestOfRule, `stegen: ${one.stage}`))),
    ...missing(rules),
  ]
}

function keptOf<T>(row: Kept<T>, digest: (values: Kept<T>) => string, about: string): KeptDecision {
  const at = momentOf(row.added_at)
  const real = digest({ ...row, added_at: at })
  return { id: row.id, at, about, digest: row.digest ?? '', real, isLinked: row.isLinked }
}

const ruleOf = (rule: Rule, kept: KeptDecision): KeptDecision => {
  const first = firstRules.get(rule.id)
  return first ? { ...kept, isLinked: digestOfRule({ ...rule, added_at: '', added_by: '' }) === first } : kept
}

const missing = (rules: readonly Rule[]): KeptDecision[] =>
  [...firstRules.keys()]
    .filter((id) => !rules.some((rule) => rule.id === id))
    .map((id) => ({ id, at: '', about: `stegen: ${id}`, digest: '', real: '', isLinked: false }))
