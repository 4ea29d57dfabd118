export const texts = { title: 'Home' };
