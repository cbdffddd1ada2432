-- Forgets a person and turns away what comes late.
-- KEYS facts entered history decisions gone
-- ARGV goneMillis
-- Gives whether something was known, then the ids of the person's decisions.
local had = redis.call('EXISTS', KEYS[1])
local ids = redis.call('LRANGE', KEYS[4], 0, -1)
redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4])
redis.call('SET', KEYS[5], '1', 'PX', ARGV[1])
table.insert(ids, 1, tostring(had))
return ids
