import { paths } from '#shared/paths.ts'
import { admin, as, assign, deps, engagementOf, id, inHours, type Person } from '#test/world.ts'

/** A child that is not born yet: Birgit is its BBA, and carries it over when it is born. */
export const baby = id('the baby')
const matter = id('the matter of the baby')

/** Somebody is expecting a child, and perhaps somebody with her. */
export async function expecting(...parents: readonly [Person, ...Person[]]) {
  await admin
    .insertInto('child')
    .values({
      id: baby,
      given_name: 'Bebisen',
      family_name: 'Ström',
      expected_on: '2026-12-10',
      made_at: inHours(-48),
    })
    .execute()
  await deps.vault.newBox(admin, baby)
  await admin
    .insertInto('guardianship')
    .values(
      parents.map((person, place) => ({
        child_id: baby,
        person_id: id(person),
        kind: 'expecting_parent' as const,
        called: place === 0 ? 'mamma' : 'pappa',
        source: 'egen uppgift',
        checked_at: inHours(-48),
        valid_from: '2026-09-01',
      })),
    )
    .execute()
  await admin.transaction().execute(async (trx) => {
    await trx
      .insertInto('matter')
      .values({ child_id: baby, id: matter, secrecy_unit_id: id('wall bvc'), opened_at: inHours(-24) })
      .execute()
    await trx
      .insertInto('responsibility')
      .values({
        child_id: baby,
        id: id('the BBA of the baby'),
        matter_id: matter,
        kind: 'best_interests_lead',
        unit_id: id('bvc'),
        engagement_id: engagementOf('birgit'),
        during: `[${inHours(-24).toISOString()},)`,
      })
      .execute()
  })
  await assign('birgit', baby, 'work')
}

/** It is noted that they were told what the model is. */
export const tellOfBaby = (...parents: readonly Person[]) =>
  admin
    .insertInto('family_talk')
    .values(
      parents.map((person) => ({
        child_id: baby,
        id: deps.newId(),
        matter_id: matter,
        person_id: id(person),
        is_child: false,
        told_on: '2026-11-23',
        way: 'meeting' as const,
        noted_by: id('birgit'),
        noted_at: inHours(-1),
      })),
    )
    .execute()

/** Birgit writes down what somebody says about the child to come. */
export const sayOfBaby = (itemId: string, working: string, voice = 'me', more: Record<string, string> = {}) =>
  as('birgit').post(paths.wheel.addStatement.to({ childId: baby }), {
    submission: itemId,
    area: 'home',
    voice,
    working,
    ...more,
  })
