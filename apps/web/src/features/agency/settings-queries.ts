import { queryOptions, useMutation } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { recordKeys } from '../../kit/form/record-keys.ts';

export const settingsRecord = queryOptions({
  queryKey: [...recordKeys.all, 'settings'],
  queryFn: ({ signal }) => call('GET /api/settings', undefined, { signal }),
});

export const remindersRecord = queryOptions({
  queryKey: [...recordKeys.all, 'reminders'],
  queryFn: ({ signal }) => call('GET /api/settings/reminders', undefined, { signal }),
});

export const helpRecord = queryOptions({
  queryKey: [...recordKeys.all, 'help'],
  queryFn: ({ signal }) => call('GET /api/settings/help', undefined, { signal }),
});

export const documentsRecord = queryOptions({
  queryKey: [...recordKeys.all, 'documents'],
  queryFn: ({ signal }) => call('GET /api/settings/documents', undefined, { signal }),
});

export const invoicingRecord = queryOptions({
  queryKey: [...recordKeys.all, 'invoicing'],
  queryFn: ({ signal }) => call('GET /api/settings/invoicing', undefined, { signal }),
});

/** Hands a logo in; `picture` is what was chosen, to be seen before it is anybody's. */
export const useHandInLogo = () =>
  useMutation({
    mutationFn: async (file: File) => {
      const { id, name } = await call('POST /api/files', { query: { purpose: 'logo' }, file });
      return { id, name, picture: await asAddress(file) };
    },
  });

const asAddress = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
