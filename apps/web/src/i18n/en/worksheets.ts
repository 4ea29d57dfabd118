export const texts = { title: 'Worksheets' };
