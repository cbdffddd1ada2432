-- Forgets a decision's record, and that there was one.
-- KEYS record recent
-- ARGV id
redis.call('ZREM', KEYS[2], ARGV[1])
return redis.call('UNLINK', KEYS[1])
