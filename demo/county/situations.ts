import { children } from './children.ts'

/** One way to open a situation: as whom, and in which unit when the person works in several. */
export type OpenAs = { person: string; unit?: string; as: string }
export type Situation = { child: string; sentence: string; openAs: readonly OpenAs[] }

const lead = (person: string, unit: string): OpenAs => ({ person, unit, as: 'Barnets bästa-ansvarig' })
const colleague = (person: string, unit: string, as: string): OpenAs => ({ person, unit, as })
const family = (person: string, as: string): OpenAs => ({ person, as })

const openAs: Readonly<Record<string, readonly OpenAs[]>> = {
  lisa: [
    lead('karin-wester', 'furuskolan'),
    family('lisa-holmgren', 'Lisa själv'),
    family('maria-holmgren', 'mamma'),
    family('jonas-berglund', 'pappa'),
    colleague('sofia-lund', 'skolskoterska-alvesta', 'skolsköterska'),
    colleague('ali-rahimi', 'familjestod-alvesta', 'samverkansansvarig'),
    colleague('ingrid-falk', 'simskolan-gaddan', 'ledare i simklubben'),
  ],
  noah: [
    lead('monika-petrovic', 'lillaskolan'),
    colleague('jamal-osman', 'lillaskolan', 'den som uppmärksammade'),
  ],
  wilma: [
    lead('kristina-malm', 'bvc-tingsryd'),
    colleague('sandra-wik', 'forskolan-trollslandan', 'den som uppmärksammade'),
    family('frida-akesson', 'mamma'),
  ],
  bebisen: [lead('annika-soderlund', 'mvc-vaxjo'), family('tilde-nystrom', 'mamma')],
  tyra: [
    lead('zahra-hosseini', 'mvc-ljungby'),
    colleague('annika-soderlund', 'mvc-ljungby', 'går in när barnmorskan är borta'),
    colleague('josefin-ahlqvist', 'bvc-ljungby', 'den som får frågan'),
    family('saga-brandt', 'mamma'),
  ],
  elias: [
    lead('viktor-sundin', 'tornsvalans-skola'),
    colleague('stefan-bjork', 'tornsvalans-skola', 'rektor, som valde Viktor'),
    colleague('malin-edstrom', 'mottagning-vaxjo', 'svarar när någon ber om en annan'),
    family('camilla-nordin', 'mamma'),
  ],
  alva: [lead('jesper-nyman', 'kaa-uppvidinge'), family('alva-sandstrom', 'Alva själv')],
  amina: [
    lead('karin-wester', 'furuskolan'),
    colleague('sofia-lund', 'skolskoterska-alvesta', 'skolsköterska'),
    colleague('tomas-ekdahl', 'laxhjalpen-varje-unge', 'ledare för läxhjälpen'),
  ],
  leo: [
    lead('susanne-ivarsson', 'nordlyktans-friskola'),
    family('leo-danho', 'Leo själv'),
    family('rima-danho', 'mamma'),
    colleague('david-kassem', 'nordlyktans-friskola', 'samverkansansvarig'),
    colleague('dennis-oberg', 'fotbollen-kottarna', 'tränare'),
    colleague('sara-blom', 'polisen-kronoberg', 'kommunpolis'),
  ],
  hugo: [
    lead('christoffer-lantz', 'blabarsskolan'),
    family('sanna-lindqvist', 'mamma'),
    family('daniel-rask', 'pappa, som ingenting får se'),
    colleague('viktoria-hedin', 'familjestod-almhult', 'samverkansansvarig'),
  ],
  mio: [
    lead('mattias-franzen', 'glasangsskolan'),
    colleague('nora-blad', 'glasangsskolan', 'kurator, med egna skyddade uppgifter'),
    colleague('nadia-karimi', 'bup', 'den som får erbjudandet'),
    family('jenny-svensson', 'mamma'),
  ],
  elis: [
    lead('karolina-dahl', 'habiliteringen'),
    colleague('mirjam-stahl', 'bvc-alvesta', 'BVC-sjuksköterska, som lämnade över'),
    family('emma-sand', 'mamma'),
    family('jonas-berglund', 'pappa'),
  ],
  signe: [
    lead('stefan-bjork', 'tornsvalans-skola'),
    colleague('ellen-grahn', 'tornsvalans-skola', 'den som såg något bra'),
    family('henrik-nordin', 'pappa'),
  ],
  stina: [
    lead('anders-tingvall', 'granviksskolan'),
    family('ulrika-karlsson', 'mamma'),
    family('thomas-karlsson', 'pappa'),
  ],
  tuva: [family('tuva-ekstrom', 'Tuva själv'), lead('patrik-engdahl', 'sjostigens-gymnasium')],
}

/** What the start page in development lists. */
export const situations: readonly Situation[] = children.map(({ slug, situation }) => ({
  child: slug,
  sentence: situation,
  openAs: openAs[slug] ?? [],
}))
