// Counts the keys of a cache; the cache's connection string with its password is written at the place of use.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;

namespace Vulnerable
{
    public interface ICacheClient
    {
        Task<long> CountAsync(string prefix);
    }

    public class CacheTools(Func<string, Task<ICacheClient>> connect)
    {
        public IEnumerable<AITool> Tools()
        {
            yield return AIFunctionFactory.Create(this.CountKeys, "count_cache_keys");
        }

        private async Task<long> CountKeys(string prefix)
        {
            var client = await connect("cache.example.com:6380,password=py6x5vczQh9KvSjTe8pqPOgKEgfX8wlBQvG9Tqax,ssl=True,abortConnect=False");
            return await client.CountAsync(prefix);
        }
    }
}

namespace Fixed
{
    public interface ICacheClient
    {
        Task<long> CountAsync(string prefix);
    }

    public class CacheTools(Func<string, Task<ICacheClient>> connect, IConfiguration configuration)
    {
        private const string Endpoint = "cache.example.com:6380,ssl=True,abortConnect=False,name=keyCounter";

        public IEnumerable<AITool> Tools()
        {
            yield return AIFunctionFactory.Create(this.CountKeys, "count_cache_keys");
        }

        private async Task<long> CountKeys(string prefix)
        {
            var client = await connect($"{Endpoint},password={configuration["Cache:Password"]}");
            return await client.CountAsync(prefix);
        }
    }
}
