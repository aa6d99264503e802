/** Where the ids in an address come from, by what stands before them. */
export const idTables: readonly (readonly [before: string, table: string, column: string])[] = [
  ['/uppmarksammat/', 'noticing', 'item_id'],
  ['/hjulet/', 'statement', 'item_id'],
  ['/fragor/', 'source_question', 'item_id'],
  ['/stod/', 'support', 'item_id'],
  ['/skydd/', 'protection_mark', 'id'],
  ['/vardnadshavare/', 'guardianship', 'person_id'],
  ['/kollega/', 'assignment', 'id'],
  ['/overlamning/', 'handover', 'id'],
  ['/samtycke/', 'consent', 'id'],
  ['/delning/', 'access_grant', 'id'],
  ['/vem-har-last/', 'reading_question', 'id'],
  ['/registerutdrag/', 'extract_request', 'id'],
  ['/granskning/', 'break_glass', 'id'],
  ['/mote/', 'meeting', 'id'],
  ['/plan/mal/', 'plan_part', 'part_id'],
  ['/plan/insatser/', 'plan_part', 'part_id'],
]
