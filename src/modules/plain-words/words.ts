// What to look for in a text that a family will read. A proposal of 2026-11-23, our own, after the model's rule that shared
// language puts no blame and has no jargon; the county's process leaders have not looked at it.

/** Words that put blame, as beginnings of words, and what may be said instead. */
export const blaming: Readonly<Record<string, string>> = {
  problembarn: 'ett barn som har det svårt',
  problemfamilj: 'en familj som har det svårt',
  resurssvag: 'familjen behöver mer stöd',
  omotivera: 'skriv vad som har prövats, och vad som var i vägen',
  ointressera: 'skriv vad ni såg eller hörde',
  'bristande föräldraförmåga': 'skriv vad barnet behöver mer av',
  'brister i ': 'skriv vad barnet behöver mer av',
  uteblev: 'kom inte, och varför om ni vet det',
  vägra: 'vill inte, eller säger nej till',
  påstår: 'säger, berättar',
  samarbetsvillig: 'skriv vad ni har kommit överens om',
  manipul: 'skriv vad som hände',
  trotsa: 'skriv vad barnet gjorde, och vad som hände före',
  stökig: 'skriv vad barnet gjorde, och när det brukar gå bra',
}

/** Short forms that those who work know, and families may not. */
export const shortForms: Readonly<Record<string, string>> = {
  BBA: 'Barnets bästa-ansvarig',
  BBIC: 'socialtjänstens sätt att beskriva barnets behov',
  BHV: 'barnhälsovården',
  BUP: 'barn- och ungdomspsykiatrin',
  BVC: 'barnavårdscentralen',
  EHT: 'elevhälsoteamet',
  HAB: 'habiliteringen',
  IUP: 'individuell utvecklingsplan',
  KAA: 'kommunens aktivitetsansvar',
  MVC: 'mödravårdscentralen',
  NPF: 'till exempel adhd eller autism',
  SIP: 'samordnad individuell plan',
  UMO: 'ungdomsmottagningen',
  VH: 'vårdnadshavare',
}

/** Before a name: somebody who is not the child. */
export const relatives = [
  'syskonet',
  'brodern',
  'bror',
  'systern',
  'syster',
  'sambon',
  'sambo',
  'kusinen',
  'grannen',
  'kompisen',
  'klasskamraten',
  'styvpappan',
  'styvmamman',
  'pojkvännen',
  'flickvännen',
] as const
