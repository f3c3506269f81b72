using System.Collections.Generic;
using Microsoft.Data.Sqlite;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Registry.Retrieval.Text;

namespace ToolGen.Registry.Tests.Retrieval;

[TestClass]
public sealed class WordTests
{
    [TestMethod]
    [DataRow("getPDFPages2", "get pdf pages 2 getpdfpages2")]
    [DataRow("HTTPServer", "http server httpserver")]
    [DataRow("list_of_URLs", "list of urls")]
    [DataRow("GET_movie-movie_id", "get movie movie id")]
    [DataRow("mp3 to WAV", "mp 3 mp3 to wav")]
    [DataRow("user's files, I'll don't", "user files i don")]
    [DataRow("the user’s café", "the user cafe")]
    [DataRow("ﬁle № 5", "file no 5")]
    [DataRow("天气预报 now", "天气 气预 预报 now")]
    [DataRow("погода Завтра", "погода завтра")]
    [DataRow("  \t…—", "")]
    [DataRow("a\ud800b", "a b")]
    public void Words_are_split_where_people_would_split_them(string text, string words) => Assert.AreEqual(words, string.Join(' ', Read(text)));

    [TestMethod]
    public void A_word_without_an_end_is_cut()
    {
        var words = Read(new string('x', 5_000));
        Assert.HasCount(1, words);
        Assert.AreEqual(WordReader.MaxWord, words[0].Length);
    }

    [TestMethod]
    public void Stems_are_those_of_the_tokenizer_porter()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Run(connection, "CREATE VIRTUAL TABLE t USING fts5(w, tokenize = 'porter ascii')");
        Run(connection, "CREATE VIRTUAL TABLE v USING fts5vocab(t, row)");
        string[] endings = ["s", "es", "ed", "ing", "er", "ly", "ness", "ization", "ational", "fulness", "iveness", "ies", "y", "able", "ement", "ion", "ments", "ical", "ously", "eed", "ll", "sses", "ative", "icity", "e", "ability"];
        string[] roots = ["relat", "summar", "hop", "conver", "searc", "analy", "run", "creat", "agre", "control", "play", "organ", "fall", "adjust", "sky", "digit", "sens", "form", "i", "ab"];
        foreach (var root in roots)
        {
            foreach (var ending in endings)
            {
                Run(connection, "DELETE FROM t");
                Run(connection, $"INSERT INTO t VALUES ('{root + ending}')");
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT term FROM v";
                Assert.AreEqual((string)command.ExecuteScalar()!, PorterStemmer.Stem(root + ending, new char[WordReader.MaxWord + 1]).ToString(), root + ending);
            }
        }
    }

    private static List<string> Read(string text)
    {
        var reader = new WordReader(WordReader.Plain(text, 10_000), new char[WordReader.MaxWord]);
        var words = new List<string>();
        while (reader.Read(out var word)) words.Add(word.ToString());
        return words;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
