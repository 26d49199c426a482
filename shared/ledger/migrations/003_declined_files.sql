-- Why the centre took no more of a file when it was last asked: an ErrorCode of shared/base.
ALTER TABLE file ADD COLUMN declined INTEGER;
