-- Deletes a draft and all that belongs to it.
-- KEYS drafts files
-- ARGV id
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])
return 'S'
