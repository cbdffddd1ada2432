-- A draft and its files, as one.
-- KEYS drafts files
-- ARGV id
local told = redis.call('HGET', KEYS[1], ARGV[1])
if not told then return {} end
return { told, redis.call('HGET', KEYS[2], ARGV[1]) }
