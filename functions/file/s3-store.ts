import type { S3Client } from '@aws-sdk/client-s3';
import { contentDisposition } from './content-disposition';
import { FileRefused } from './file-refused';
import { checkKey } from './object-key';
import type { ObjectStore } from './object-store';

export interface S3StoreSettings {
  bucket: string;
  region: string;
  /** Only for a server other than AWS, with its bucket in the path. */
  endpoint?: string;
  /** Only where the machine has no role of its own. */
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

const sdk = () => import('@aws-sdk/client-s3');
const presigner = () => import('@aws-sdk/s3-request-presigner');

const isMissing = (problem: unknown) =>
  typeof problem === 'object' && problem !== null && 'name' in problem
    ? problem.name === 'NoSuchKey' || problem.name === 'NotFound'
    : false;

/** The SDK costs 73 ms of a cold start, so it is loaded with the first file. */
function lazyClient(settings: S3StoreSettings): () => Promise<S3Client> {
  let client: Promise<S3Client> | undefined;
  const connect = async () => {
    const { S3Client } = await sdk();
    const { region, endpoint, credentials } = settings;
    return new S3Client({
      region,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      ...(credentials ? { credentials } : {}),
    });
  };
  return () => {
    client ??= connect();
    return client;
  };
}

/** Files in an S3 bucket, reached by presigned links; needs get, put, delete and list on the bucket, nothing else. */
export function createS3Store(settings: S3StoreSettings): ObjectStore {
  const connect = lazyClient(settings);
  const at = (key: string) => ({ Bucket: settings.bucket, Key: checkKey(key) });

  return {
    async presignPut({ key, size, contentType, expiresSeconds }) {
      const [{ PutObjectCommand }, { getSignedUrl }] = await Promise.all([sdk(), presigner()]);
      const command = new PutObjectCommand({ ...at(key), ContentLength: size, ContentType: contentType });
      const signableHeaders = new Set(['host', 'content-length', 'content-type']);
      const url = await getSignedUrl(await connect(), command, {
        expiresIn: expiresSeconds,
        signableHeaders,
      });
      return { url, method: 'PUT', headers: { 'Content-Type': contentType } };
    },
    async presignGet(key, expiresSeconds, { fileName, contentType }) {
      const [{ GetObjectCommand }, { getSignedUrl }] = await Promise.all([sdk(), presigner()]);
      const command = new GetObjectCommand({
        ...at(key),
        ResponseContentType: contentType,
        ResponseContentDisposition: contentDisposition(fileName),
      });
      return getSignedUrl(await connect(), command, { expiresIn: expiresSeconds });
    },
    async put(key, bytes, contentType) {
      const { PutObjectCommand } = await sdk();
      const command = new PutObjectCommand({ ...at(key), Body: bytes, ContentType: contentType });
      await (await connect()).send(command);
    },
    async get(key) {
      const { GetObjectCommand } = await sdk();
      const answer = await (await connect()).send(new GetObjectCommand(at(key))).catch((problem: unknown) => {
        throw isMissing(problem) ? new FileRefused('file.not_found') : problem;
      });
      if (!answer.Body) throw new FileRefused('file.not_found');
      return Buffer.from(await answer.Body.transformToByteArray());
    },
    async head(key) {
      const { HeadObjectCommand } = await sdk();
      const answer = await (await connect())
        .send(new HeadObjectCommand(at(key)))
        .catch((problem: unknown) => {
          if (isMissing(problem)) return null;
          throw problem;
        });
      return answer && { size: answer.ContentLength ?? 0 };
    },
    async delete(key) {
      const { DeleteObjectCommand } = await sdk();
      await (await connect()).send(new DeleteObjectCommand(at(key)));
    },
    async *list(prefix) {
      const { paginateListObjectsV2 } = await sdk();
      const pages = paginateListObjectsV2(
        { client: await connect() },
        { Bucket: settings.bucket, Prefix: prefix },
      );
      for await (const page of pages) {
        for (const { Key, Size, LastModified } of page.Contents ?? []) {
          if (Key) yield { key: Key, size: Size ?? 0, modifiedAt: LastModified?.getTime() ?? 0 };
        }
      }
    },
  };
}
