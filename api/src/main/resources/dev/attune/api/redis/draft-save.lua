-- Saves a revision of a draft, only upon the revision before it.
-- KEYS drafts files
-- ARGV id, revision, told, files, how many drafts there may be
local before = redis.call('HGET', KEYS[1], ARGV[1])
local revision = before and cjson.decode(before).revision or 0
if tonumber(ARGV[2]) ~= revision + 1 then return 'O' end
if not before and redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[5]) then return 'F' end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[4])
return 'S'
