/** The letters by which the compared assets go, on their sheet and on the map. */
export const compareLetters = ['A', 'B', 'C', 'D'] as const;
