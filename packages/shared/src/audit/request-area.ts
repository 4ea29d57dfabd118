/** What a refused request was for, told by the first part of its address: `POST /api/substitutes/:id/end`. */
export const requestArea = (subjectName: string | null): string | undefined =>
  /^[A-Z]+ \/api\/(?:office\/)?([\w-]+)/.exec(subjectName ?? '')?.[1];
