/** The films of the sample: a painted picture that comes closer while mist drifts over it and egrets cross. */
export const films = [
  { name: 'weir-film', of: 'weir-summer', caption: { zh: '龙鳞堰的早晨', en: 'A morning at the weir' }, takenAt: '2026-07', seconds: 9, mist: 0.5, birds: [[0.08, 0.3], [0.02, 0.36], [-0.05, 0.27]] },
]
