import { registerAt, runRegisterCheck } from '#modules/interop'
import { giveLisaANumber } from '#test/reviewers.ts'
import { admin, deps, id, noon } from '#test/world.ts'
import type { FakeRegister } from '#tools/fake-register.ts'

// From Skatteverket's public list of numbers for tests.
export const numbers = {
  lisa: '201701012393',
  sara: '189001019802',
  jonas: '189001029819',
  nora: '189001039800',
} as const

/** Which of ours Sara and Jonas are is known from when they signed in. */
export const knowParents = () =>
  admin
    .insertInto('person_number')
    .values(
      (['sara', 'jonas'] as const).map((who) => ({
        hash: deps.keys.hash('identifier', numbers[who]),
        person_id: id(who),
      })),
    )
    .execute()

/** The register says that Nora Berg has custody of Lisa, beside those whom it has told of before. */
export async function tellOfNora(register: FakeRegister): Promise<string> {
  await giveLisaANumber()
  await knowParents()
  const guardians = [numbers.sara, numbers.jonas, numbers.nora].map((number) => ({
    number,
    ...{ givenName: 'Nora', familyName: 'Berg', from: '2026-11-01', to: null },
  }))
  const post = {
    number: numbers.lisa,
    ...{ status: 'registered', protection: 'none', municipality: '0764', wards: [], guardians },
  }
  register.says({ sequence: 1, at: noon.toISOString(), post })
  await runRegisterCheck(deps, registerAt(register.settings))
  return (await admin.selectFrom('register_says').select('id').executeTakeFirstOrThrow()).id
}
