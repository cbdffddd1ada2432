-- Points a person to another and gives what there is to move.
-- KEYS facts entered history decisions gone
-- ARGV target factsMillis
-- Gives where the person is, or {'T', facts, entered, history, decisions}.
local into = redis.call('HGET', KEYS[1], 'l')
if redis.call('EXISTS', KEYS[5]) == 1 then return { 'E' } end
if into and into ~= ARGV[1] then return { 'L' .. into } end
redis.call('HSET', KEYS[1], 'l', ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return { 'T', redis.call('HGETALL', KEYS[1]),
  redis.call('ZRANGE', KEYS[2], 0, -1, 'WITHSCORES'),
  redis.call('ZRANGE', KEYS[3], 0, -1, 'WITHSCORES'),
  redis.call('LRANGE', KEYS[4], 0, -1) }
