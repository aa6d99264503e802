import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter } from '#test/arrange.ts'
import { appointed } from '#test/arrange-organisation.ts'
import { admin, as, auditRows, engagementOf, id, world } from '#test/world.ts'

const { importPeople, takeFile } = paths.organisation
const [choose, save] = [importPeople.to({}), takeFile.to({})]
const headings = 'Användarnamn;Förnamn;Efternamn;Verksamhet;Arbetar som;Telefon;Första dagen;Sista dagen'
const fileOf = (...lines: string[]) => [headings, ...lines].join('\r\n')
const nina = 'nina;Nina;Åkerö;Furuskolan;kurator;070-174 06 61;;'
const petra = 'petra;Petra;Ek;Furuskolan;lärare i svenska;;;'

/** The page that says what the file would do. */
async function looks(file: string, who: 'maja' | 'stig' | 'petra' | 'eva' = 'maja') {
  const body = new FormData()
  body.set('engagement', engagementOf(who))
  body.set('file', new File([`\uFEFF${file}`], 'personal.csv', { type: 'text/csv' }))
  const answer = await as(who).send(choose, { method: 'POST', body })
  const page = await answer.text()
  const told = /name="file" value="([^"]*)"/.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? ''
  return {
    status: answer.status,
    page,
    form: { file: told, digest: /name="digest" value="([^"]*)"/.exec(page)?.[1] ?? '' },
  }
}
const people = () => admin.selectFrom('person').select('given_name').where('is_staff', '=', true).execute()
const employment = (person: 'petra' | 'maja' | 'stig') =>
  admin
    .selectFrom('engagement')
    .selectAll()
    .where('person_id', '=', id(person))
    .orderBy('valid_from')
    .execute()
const count = async () => (await people()).length

beforeEach(async () => {
  await world()
  await appointed('maja')
  await appointed('stig')
})

describe('people from a file', () => {
  it('shows first what it would do, and writes nothing; then it does that, once', async () => {
    const before = await count()
    const { status, page, form } = await looks(fileOf(nina, petra))
    expect(status).toBe(200)
    expect(page).toContain('Nya: 1')
    expect(page).toContain('Nina Åkerö')
    expect(page).toContain('Arbetar här redan, och får sitt användarnamn: 1')
    expect(page).toContain('lärare, Furuskolan, 070-174 06 12 blir lärare i svenska, Furuskolan.')
    expect(await count()).toBe(before)
    const answers = await Promise.all([as('maja').post(save, form), as('stig').post(save, form)])
    expect(answers.map((answer) => answer.status)).toEqual([303, 303])
    expect((await as('maja').post(save, form)).status).toBe(303)
    expect(await count()).toBe(before + 1)
    expect(await employment('petra')).toMatchObject([
      { title: 'lärare i svenska', phone: null, valid_to: null },
    ])
    const again = await looks(fileOf(nina, petra))
    expect(again.page).toContain('Ingenting: allt i filen står redan här.')
    expect(again.page).not.toContain('name="digest"')
  })

  it('ends whoever has a last day, moves whoever has another unit, and takes back whoever comes again', async () => {
    await as('maja').post(save, (await looks(fileOf(nina, petra))).form)
    const ends = await looks(fileOf('nina;Nina;Åkerö;Furuskolan;kurator;;;2026-11-23', `${petra}2026-12-31`))
    expect(ends.page).toContain('Slutar: 2')
    expect((await as('maja').post(save, ends.form)).status).toBe(303)
    expect(await employment('petra')).toMatchObject([{ valid_to: '2026-12-31' }])
    const back = await looks(fileOf(nina))
    expect(back.page).toContain('Kommer tillbaka: 1')
    expect((await as('maja').post(save, back.form)).status).toBe(303)
    const employments = admin.selectFrom('engagement as e').innerJoin('person as p', 'p.id', 'e.person_id')
    const ninas = await employments.select('e.valid_to').where('p.given_name', '=', 'Nina').execute()
    expect(ninas.map((one) => one.valid_to).sort()).toEqual(['2026-11-23', null])
    await admin
      .updateTable('unit')
      .set({ name: 'Norra skolan', secrecy_unit_id: id('wall furuskolan') })
      .where('id', '=', id('mottagning'))
      .execute()
    const moves = await looks(fileOf('petra;Petra;Ek;Norra skolan;lärare;;;'))
    expect(moves.page).toContain('Byter verksamhet: 1')
    expect((await as('maja').post(save, moves.form)).status).toBe(303)
    expect(await employment('petra')).toMatchObject([
      { unit_id: id('furuskolan'), valid_to: '2026-11-23' },
      { unit_id: id('mottagning'), valid_to: null },
    ])
  })

  it('is shown again when somebody has changed something meanwhile', async () => {
    const { form } = await looks(fileOf(nina, petra))
    const to = paths.organisation.person.to({ engagementId: engagementOf('petra') })
    expect(
      (
        await as('stig').post(to, {
          title: 'speciallärare',
          phone: '',
          wasTitle: 'lärare',
          wasPhone: '070-174 06 12',
        })
      ).status,
    ).toBe(303)
    const before = await count()
    const answer = await as('maja').post(save, form)
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('Läs igen')])
    expect(await count()).toBe(before)
  })

  it('and what was read is what is done: another file with the same yes is shown first', async () => {
    const { form } = await looks(fileOf(nina))
    const before = await count()
    const other = await as('maja').post(save, {
      ...form,
      file: fileOf(nina, 'bo;Bo;Ek;Furuskolan;rektor;;;'),
    })
    expect(other.status).toBe(409)
    expect((await as('maja').post(save, { ...form, digest: '' })).status).toBe(409)
    expect(await count()).toBe(before)
  })

  it('does all of it or nothing, and says which line could not be', async () => {
    await openMatter()
    const before = await count()
    const { form } = await looks(
      fileOf(
        nina,
        'stig;Stig;Åberg;Furuskolan;lärare;;;2026-11-20',
        'maja;Maja;Lindgren;Furuskolan;rektor;;;2026-11-20',
      ),
    )
    const answer = await as('maja').post(save, form)
    const page = await answer.text()
    expect([answer.status, page]).toEqual([
      422,
      expect.stringContaining('Rad 4: Det måste finnas en administratör'),
    ])
    expect(await count()).toBe(before)
    expect(await employment('stig')).toMatchObject([{ valid_to: null }])
  })

  it.each([
    ['', 'CSV UTF-8'],
    [
      'Förnamn;Efternamn\nNina;Åkerö',
      'Rad 1</b>: Det saknas en kolumn: Användarnamn, Verksamhet, Arbetar som.',
    ],
    [fileOf('nina;;Åkerö;Furuskolan;kurator;;;'), 'Rad 2, Förnamn</b>: Skriv förnamnet.'],
    [
      fileOf('', 'nina;Nina;Åkerö;Lillåskolan;kurator;;;'),
      'Rad 3, Verksamhet</b>: Ingen verksamhet hos er heter Lillåskolan.',
    ],
    [fileOf('nina;Nina;Åkerö;Furuskolan;kurator;abc;;'), 'Rad 2, Telefon</b>: Skriv numret med siffror.'],
    [
      fileOf('nina;Nina;Åkerö;Furuskolan;kurator;;31/3 2027;'),
      'Rad 2, Första dagen</b>: Skriv första dagen som 2027-03-31.',
    ],
    [
      fileOf('nina;Nina;Åkerö;Furuskolan;kurator;;2027-02-01;2027-01-01'),
      'Rad 2, Sista dagen</b>: Sista dagen behöver',
    ],
    [
      fileOf(nina, 'NINA;Nora;Berg;Furuskolan;kurator;;;'),
      'Rad 3, Användarnamn</b>: Samma användarnamn står på rad 2.',
    ],
    [fileOf(petra, 'p2;petra;EK;Furuskolan;lärare;;;'), 'Rad 3</b>: Raden är om samma person som rad 2.'],
    [fileOf(`${nina};;;`), 'Rad 2</b>: Raden har 11 rutor, och rubrikerna är 8.'],
    [
      fileOf(...Array.from({ length: 1001 }, (_, n) => `n${n};N;Å;Furuskolan;x;;;`)),
      'Dela den: högst 1000 åt gången.',
    ],
  ])('says what is wrong, and where (%#)', async (file, told) => {
    const before = await count()
    const { status, page, form } = await looks(file)
    expect([status, page]).toEqual([422, expect.stringContaining(told)])
    expect((await as('maja').post(save, { ...form, file })).status).toBe(422)
    expect(await count()).toBe(before)
  })

  it('is not read as something else when it is not UTF-8', async () => {
    const body = new FormData()
    body.set('file', new File([Buffer.from(fileOf(nina), 'latin1')], 'personal.csv'))
    const answer = await as('maja').send(choose, { method: 'POST', body })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('CSV UTF-8')])
  })

  it('is an administrator’s, and only of the own organisation', async () => {
    for (const who of ['petra', 'eva'] as const) {
      expect((await as(who).get(choose)).status).toBe(404)
      expect((await looks(fileOf(nina), who)).status).toBe(404)
      expect((await as(who).post(save, { file: fileOf(nina), digest: 'x' })).status).toBe(404)
    }
    expect((await as('maja').get(choose)).status).toBe(200)
    const before = (await auditRows()).length
    const { form } = await looks(fileOf(nina))
    await as('maja').post(save, form)
    expect((await auditRows()).slice(before).map((row) => row.slice(0, 3))).toEqual([
      ['maja', 'organisation.preview-import', 'done'],
      ['maja', 'organisation.import', 'done'],
    ])
  })
})
